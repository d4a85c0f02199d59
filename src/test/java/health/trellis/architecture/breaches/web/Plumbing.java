package health.trellis.architecture.breaches.web;

/** What web packages may use. */
public final class Plumbing {}
