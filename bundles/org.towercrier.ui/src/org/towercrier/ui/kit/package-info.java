/**
 * The small things every view needs: empty states, errors, facts, progress, and words, numbers and times in the
 * operator's language and zone.
 */
package org.towercrier.ui.kit;
