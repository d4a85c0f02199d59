/** The pages that show records of several features beside each other. */
@NullMarked
package health.trellis.thread.web;

import org.jspecify.annotations.NullMarked;
