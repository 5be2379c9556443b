// Elements of the page: those it has, found by id, and those that the simulator makes.
//
// Uses no other file but nombres.js, which makes the namespace.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";

  const byId = (id) => document.getElementById(id);

  const build = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === false) continue;
      element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat(Infinity).filter((child) => child || child === 0));
    return element;
  };

  const make = (tag, attributes, ...children) =>
    build(document.createElement(tag), attributes, children);

  const draw = (tag, attributes, ...children) =>
    build(document.createElementNS(SVG, tag), attributes, children);

  /** Opens every folded part that an input is in. */
  const unfoldAround = (input) => {
    for (let part = input.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
  };

  /**
   * `make` is for HTML, `draw` for SVG: an attribute that is false or undefined is left out, and so
   * is a child that is empty, so that callers write conditions in place.
   */
  cadrage.elements = { byId, make, draw, unfoldAround };
})();
