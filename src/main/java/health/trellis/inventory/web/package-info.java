/**
 * The pages of inventories, for therapists and clients, and the small requests that save answers.
 */
@NullMarked
package health.trellis.inventory.web;

import org.jspecify.annotations.NullMarked;
