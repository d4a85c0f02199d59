/**
 * What the integration tests and journeys stand on: one PostgreSQL, one Keycloak and one Payara for
 * the whole run, started when the first test needs them and gone when the last one is done.
 */
package health.trellis.testkit;
