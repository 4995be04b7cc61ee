/** Handlers of the commands that belong to the frame itself. */
package org.towercrier.workbench.internal.handlers;
