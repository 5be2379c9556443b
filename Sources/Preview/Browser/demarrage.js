/* The page is there. */

document.body.append(host);
comeBack();
listen();
