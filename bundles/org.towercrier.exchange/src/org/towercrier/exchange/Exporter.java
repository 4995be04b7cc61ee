package org.towercrier.exchange;

/** Announces a format that can be written. Whoever writes it offers it through its own service or command; this makes it known to {@link Formats}. */
public interface Exporter {

    ExporterInfo info();
}
