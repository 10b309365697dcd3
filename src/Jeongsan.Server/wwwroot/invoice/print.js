// Opens the browser's print dialogue when the form and its fonts are there.
document.fonts.ready.then(() => window.print());
