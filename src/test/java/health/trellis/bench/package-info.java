/**
 * The benchmark: {@code mvn -Pbench} measures Trellis against the limits of the same machine, in
 * turn and in one run, and writes {@code docs/speed.md}. It takes minutes, knows no assertion, and
 * is no part of {@code mvn verify}.
 */
package health.trellis.bench;
