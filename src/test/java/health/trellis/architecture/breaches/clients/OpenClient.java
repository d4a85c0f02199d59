package health.trellis.architecture.breaches.clients;

/** A sound key. */
public final class OpenClient {
  OpenClient() {}
}
