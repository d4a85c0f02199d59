/** What travels in the WAR beside the integration tests that run inside it. */
package health.trellis.testkit.inside;
