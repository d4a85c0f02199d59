/**
 * What people do with Trellis, in a real browser, after a real sign-in. A journey waits for what it
 * expects to see; it never sleeps and never tries again.
 */
package health.trellis.journeys;
