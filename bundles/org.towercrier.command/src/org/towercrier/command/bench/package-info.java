/** The performance figures that {@code towercrier bench} measures; areas contribute their cases as services. */
package org.towercrier.command.bench;
