package health.trellis.architecture.breaches.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The stereotype. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
