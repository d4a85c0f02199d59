package health.trellis.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the small requests that pages send by themselves. */
@ApplicationPath("/api")
public class Api extends Application {}
