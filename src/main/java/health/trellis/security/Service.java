package health.trellis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a service: a class with one public method for each thing a person does. Around every method
 * stand, from the outside in, the gate (may this role?), the transaction, and the database context
 * (who is asking, told to PostgreSQL).
 */
@Stereotype
@ApplicationScoped
@Gated
@Transactional(rollbackOn = Exception.class)
@InDatabaseContext
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Service {}
