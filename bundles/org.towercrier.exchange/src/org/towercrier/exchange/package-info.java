/**
 * Exchange of data with the outside: the service that imports files, and what an importer of one more format has to provide.
 * <p>
 * A format is one DS component that provides {@link org.towercrier.exchange.Importer}; nothing else has to be touched. The
 * {@link org.towercrier.exchange.ImportService} finds files in folders and archives, asks every importer how well it recognises each,
 * lets the best one read it, and stores the accepted files of one request in one transaction.
 */
package org.towercrier.exchange;
