/** What keeps other pages from loading a response as a script, a picture or a frame, and from holding its window. */
export const ownPagesOnly = {
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};
