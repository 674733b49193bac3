"""Reports as one HTML page that stands by itself: no network, no file beside it."""
