// What follows « # » in an old address goes on to the new one: the page alone would lose it. A classic script, so
// that it runs from disk.
"use strict";

if (location.hash) {
  const target = document.querySelector("meta[http-equiv=refresh]").content.replace("0; url=", "");
  location.replace(target + location.hash);
}
