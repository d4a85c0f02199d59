/** What travels in the benchmark's copy of the WAR, and never in the product's. */
package health.trellis.bench.inside;
