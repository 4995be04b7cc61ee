package org.towercrier.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes measurements as XML of 3GPP TS 32.435 or TS 28.532, fast and in constant memory.
 * <pre>
 * try (MeasCollecWriter writer = new MeasCollecWriter(out, Dialect.MEAS_COLLEC, "Maker", "SubNetwork=1", "ManagedElement=7", begin)) {
 *   writer.element("ManagedElement=7");
 *   writer.info("cells", begin.plusSeconds(900), Duration.ofMinutes(15), List.of("RRC.ConnMean", "RRU.PrbTotDl"), Layout.PER_RESULT);
 *   writer.value("ENodeBFunction=1,EUtranCellTDD=1", new double[] {12.5, Double.NaN}, false);
 * }
 * </pre>
 * Not thread safe. Closing writes the end of the file and closes the stream.
 */
public final class MeasCollecWriter implements AutoCloseable {

    /** The two forms of the same thing. */
    public enum Dialect {
        /** TS 32.435. */
        MEAS_COLLEC("measCollecFile", "http://www.3gpp.org/ftp/specs/archive/32_series/32.435#measCollec", "measCollec", "managedElement"),
        /** TS 28.532. */
        MEAS_DATA("measDataFile", "http://www.3gpp.org/ftp/specs/archive/28_series/28.532#measData", "measData", "measEntity");

        private final String root;
        private final String namespace;
        private final String frame;
        private final String element;

        Dialect(String root, String namespace, String frame, String element) {
            this.root = root;
            this.namespace = namespace;
            this.frame = frame;
            this.element = element;
        }
    }

    /** How values are written. */
    public enum Layout {
        /** {@code <measType p="1">} and {@code <r p="1">}. */
        PER_RESULT,
        /** {@code <measTypes>} and {@code <measResults>}. */
        COMPACT
    }

    private static final int FLUSH_AT = 1 << 16;
    private static final long EXACT = 1L << 53;

    private final OutputStream out;
    private final Dialect dialect;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int length;
    private boolean inElement;
    private boolean inInfo;
    private int types;
    private Layout layout = Layout.PER_RESULT;
    private Instant end;

    /**
     * Begins the file.
     *
     * @param vendor name of the maker
     * @param dnPrefix prefix that makes the names globally unique
     * @param sender name of what sends the file
     * @param begin begin of the first period
     */
    public MeasCollecWriter(OutputStream out, Dialect dialect, String vendor, String dnPrefix, String sender, Instant begin)
            throws IOException {
        this.out = out;
        this.dialect = dialect;
        this.end = begin;
        boolean collec = dialect == Dialect.MEAS_COLLEC;
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + dialect.root + " xmlns=\"" + dialect.namespace
                + "\">\n  <fileHeader fileFormatVersion=\"");
        put(collec ? "32.435 V10.0" : "28.532 V17.0");
        put("\" vendorName=\"" + escape(vendor) + "\" dnPrefix=\"" + escape(dnPrefix) + "\">\n    <fileSender ");
        put((collec ? "localDn=\"" : "senderName=\"") + escape(sender) + "\"/>\n    <" + dialect.frame + " beginTime=\"" + time(begin)
                + "\"/>\n");
        put("  </fileHeader>\n");
        flushIfFull();
    }

    /** Begins the measurements of a managed element. */
    public void element(String localDn) throws IOException {
        endElement();
        put("  <measData>\n    <" + dialect.element + " localDn=\"" + escape(localDn) + "\"/>\n");
        inElement = true;
        flushIfFull();
    }

    /**
     * Begins a group of measurements with one period.
     *
     * @throws IllegalStateException before the first {@link #element}
     */
    public void info(String id, Instant periodEnd, Duration period, List<String> measurements, Layout written) throws IOException {
        if (!inElement) {
            throw new IllegalStateException("measurements belong to an element");
        }
        endInfo();
        put("    <measInfo measInfoId=\"" + escape(id) + "\">\n      <granPeriod duration=\"PT" + period.toSeconds() + "S\" endTime=\""
                + time(periodEnd)
                + "\"/>\n      <repPeriod duration=\"PT" + period.toSeconds() + "S\"/>\n");
        if (written == Layout.COMPACT) {
            put("      <measTypes>" + escape(String.join(" ", measurements)) + "</measTypes>\n");
        } else {
            for (int i = 0; i < measurements.size(); i++) {
                put("      <measType p=\"" + (i + 1) + "\">" + escape(measurements.get(i)) + "</measType>\n");
            }
        }
        layout = written;
        types = measurements.size();
        inInfo = true;
        end = periodEnd.isAfter(end) ? periodEnd : end;
        flushIfFull();
    }

    /**
     * Writes the values of one object, in the order of the measurements.
     *
     * @param values NaN is an absent value
     * @throws IllegalArgumentException when there are not as many values as measurements
     */
    public void value(String objectLdn, double[] values, boolean suspect) throws IOException {
        if (!inInfo || values.length != types) {
            throw new IllegalArgumentException(values.length + " values for " + types + " measurements");
        }
        put("      <measValue measObjLdn=\"");
        put(escape(objectLdn));
        put("\">\n");
        if (layout == Layout.COMPACT) {
            compact(values);
        } else {
            perResult(values);
        }
        if (suspect) {
            put("        <suspect>true</suspect>\n");
        }
        put("      </measValue>\n");
        flushIfFull();
    }

    private void compact(double[] values) {
        put("        <measResults>");
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put(" ");
            }
            number(values[i], "NIL");
        }
        put("</measResults>\n");
    }

    private void perResult(double[] values) {
        for (int i = 0; i < values.length; i++) {
            put("        <r p=\"");
            digits(i + 1L);
            put("\">");
            number(values[i], "");
            put("</r>\n");
        }
    }

    /** Writes the end of the file and closes the stream. */
    @Override
    public void close() throws IOException {
        try (out) {
            endElement();
            put("  <fileFooter>\n    <" + dialect.frame + " endTime=\"" + time(end) + "\"/>\n  </fileFooter>\n</" + dialect.root + ">\n");
            out.write(buffer, 0, length);
            length = 0;
        }
    }

    private void endInfo() {
        if (inInfo) {
            put("    </measInfo>\n");
            inInfo = false;
        }
    }

    private void endElement() {
        endInfo();
        if (inElement) {
            put("  </measData>\n");
            inElement = false;
        }
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }

    private static String escape(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '<' || c == '>' || c == '&' || c == '"');
        return plain ? text : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void number(double value, String absent) {
        if (Double.isNaN(value)) {
            put(absent);
        } else if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            digits((long) value);
        } else {
            put(Double.toString(value));
        }
    }

    private void digits(long value) {
        room(20);
        long rest = value;
        if (rest < 0) {
            buffer[length++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long power = 10; power <= rest && digits < 18; power *= 10) {
            digits++;
        }
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void put(String text) {
        room(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
                room(rest.length);
                System.arraycopy(rest, 0, buffer, length, rest.length);
                length += rest.length;
                return;
            }
            buffer[length++] = (byte) c;
        }
    }

    private void room(int bytes) {
        if (length + bytes > buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }

    private void flushIfFull() throws IOException {
        if (length >= FLUSH_AT) {
            out.write(buffer, 0, length);
            length = 0;
        }
    }
}
