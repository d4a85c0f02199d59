package health.trellis.bench;

/**
 * What one turn of load gave.
 *
 * @param perSecond answers a second
 * @param p50 the median latency, in ms
 * @param p99 the latency that one in a hundred exceeded, in ms
 * @param cpu Payara's processor time for one request, in ms
 */
record Turn(double perSecond, double p50, double p99, double cpu) {}
