package health.trellis.architecture.breaches.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says who may call. */
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {}
