/** Statistics on plain arrays: what several of the topics below share. */
package org.towercrier.statistics;
