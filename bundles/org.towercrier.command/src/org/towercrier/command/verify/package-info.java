/** Published reference values that {@code towercrier verify} recomputes; areas contribute their checks as services. */
package org.towercrier.command.verify;
