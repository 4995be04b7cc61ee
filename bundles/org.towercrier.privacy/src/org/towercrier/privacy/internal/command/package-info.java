/** Roles and the audit log on the command line. */
package org.towercrier.privacy.internal.command;
