package health.trellis.architecture.breaches.clients.web;

/** What lives beside a page. */
final class Mirror {}
