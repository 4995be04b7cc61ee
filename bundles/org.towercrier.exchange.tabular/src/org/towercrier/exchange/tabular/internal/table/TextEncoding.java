package org.towercrier.exchange.tabular.internal.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * Finds the character set of a text file. A byte order mark decides; else the whole file is checked strictly for UTF-8; only what is not UTF-8 is guessed, from
 * its non-ASCII bytes.
 */
public final class TextEncoding {

    private static final int SAMPLE = 256 * 1024;
    private static final int CHUNK = 64 * 1024;

    /**
     * A character set and how long the mark before the text is.
     *
     * @param charset the character set
     * @param mark bytes to skip at the beginning
     * @param guessed true when neither a mark nor strict validation proves it
     */
    public record Found(Charset charset, int mark, boolean guessed) {
    }

    private TextEncoding() {
    }

    /** Something that can be opened again and again. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** Finds the character set by the content. */
    public static Found detect(Content content) throws IOException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(4096);
        }
        Optional<Found> byMark = byMark(head);
        if (byMark.isPresent()) {
            return byMark.get();
        }
        Optional<Charset> wide = withoutMark(head);
        if (wide.isPresent()) {
            return new Found(wide.get(), 0, true);
        }
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        if (utf8(content, sample)) {
            return new Found(StandardCharsets.UTF_8, 0, false);
        }
        return new Found(guess(sample.toByteArray()), 0, true);
    }

    /** The mark before text in a given character set, so that a named one works with and without. */
    public static int markLength(Charset charset, Content content) throws IOException {
        try (InputStream in = content.open()) {
            return byMark(in.readNBytes(4))
                    .filter(found -> found.charset().name().startsWith(charset.name()) || charset.name().equals("UTF-16")).map(Found::mark)
                    .orElse(0);
        }
    }

    private static Optional<Found> byMark(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new Found(StandardCharsets.UTF_8, 3, false));
        }
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return Optional.of(new Found(Charset.forName("UTF-32LE"), 4, false));
        }
        if (starts(head, 0, 0, 0xfe, 0xff)) {
            return Optional.of(new Found(Charset.forName("UTF-32BE"), 4, false));
        }
        if (starts(head, 0xff, 0xfe)) {
            return Optional.of(new Found(StandardCharsets.UTF_16LE, 2, false));
        }
        if (starts(head, 0xfe, 0xff)) {
            return Optional.of(new Found(StandardCharsets.UTF_16BE, 2, false));
        }
        return starts(head, 0x84, 0x31, 0x95, 0x33) ? Optional.of(new Found(Charset.forName("GB18030"), 4, false)) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text of two-byte units without a mark has a zero in every other byte wherever it is ASCII. */
    private static Optional<Charset> withoutMark(byte[] head) {
        int even = 0;
        int odd = 0;
        int pairs = head.length / 2;
        for (int i = 0; i < pairs * 2; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (pairs < 4) {
            return Optional.empty();
        }
        if (odd > pairs * 0.4 && even < pairs * 0.05) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > pairs * 0.4 && odd < pairs * 0.05 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** Strictly UTF-8 to the end? Gathers what surrounds non-ASCII bytes meanwhile. */
    private static boolean utf8(Content content, ByteArrayOutputStream sample) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        boolean valid = true;
        try (InputStream in = content.open()) {
            for (int n; (n = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0;) {
                gather(bytes.array(), bytes.position(), n, sample);
                if (!valid && sample.size() >= SAMPLE) {
                    break;
                }
                if (valid) {
                    bytes.limit(bytes.position() + n).position(0);
                    CoderResult result;
                    do {
                        chars.clear();
                        result = decoder.decode(bytes, chars, false);
                    } while (result.isOverflow());
                    valid = !result.isError();
                    bytes.compact();
                }
                if (!valid) {
                    bytes.clear();
                }
            }
        }
        return valid && bytes.position() == 0;
    }

    /** Keeps lines with non-ASCII bytes only: the rest says nothing about the character set. */
    private static void gather(byte[] data, int from, int length, ByteArrayOutputStream sample) {
        int begin = from;
        boolean high = false;
        for (int i = from; i < from + length && sample.size() < SAMPLE; i++) {
            high |= data[i] < 0;
            if (data[i] == '\n' || i == from + length - 1) {
                if (high) {
                    sample.write(data, begin, i + 1 - begin);
                }
                begin = i + 1;
                high = false;
            }
        }
    }

    private static Charset guess(byte[] sample) {
        Charset western = Charset.forName("windows-1252");
        double chinese = plausibility(sample, 0xb0, 0xd7, 0xa1);
        double traditional = plausibility(sample, 0xa4, 0xc6, 0x40);
        boolean gb = strict(sample, Charset.forName("GB18030")) && chinese > 0.6;
        boolean big5 = strict(sample, Charset.forName("Big5")) && traditional > 0.6;
        if (gb && (!big5 || chinese >= traditional)) {
            return Charset.forName("GB18030");
        }
        if (big5) {
            return Charset.forName("Big5");
        }
        if (loneHighBytes(sample) > 0.5) {
            return western;
        }
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            if (match.getConfidence() >= 25 && Charset.isSupported(match.getName())) {
                Charset charset = Charset.forName(match.getName());
                boolean latin = charset.equals(StandardCharsets.ISO_8859_1);
                if (!charset.name().startsWith("UTF-") && strict(sample, charset)) {
                    return latin ? western : charset;
                }
            }
        }
        return western;
    }

    /** Share of the two-byte characters whose first byte lies in the rows of everyday characters and whose second byte is possible. */
    private static double plausibility(byte[] sample, int firstFrom, int firstTo, int secondFrom) {
        int all = 0;
        int everyday = 0;
        for (int i = 0; i < sample.length; i++) {
            int first = sample[i] & 0xff;
            if (first >= 0x80) {
                all++;
                int second = i + 1 < sample.length ? sample[i + 1] & 0xff : 0;
                if (first >= firstFrom && first <= firstTo && second >= secondFrom) {
                    everyday++;
                }
                i++;
            }
        }
        return all == 0 ? 0 : everyday / (double) all;
    }

    /** Share of non-ASCII bytes that stand alone between ASCII ones, as accented letters do and two-byte characters never do. */
    private static double loneHighBytes(byte[] sample) {
        int high = 0;
        int lone = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                high++;
                if ((i == 0 || sample[i - 1] >= 0) && (i + 1 == sample.length || sample[i + 1] >= 0)) {
                    lone++;
                }
            }
        }
        return high == 0 ? 0 : lone / (double) high;
    }

    private static boolean strict(byte[] sample, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        List<CoderResult> errors = new ArrayList<>(1);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(sample.length * 2 + 16);
        CoderResult result = decoder.decode(in, out, false);
        if (result.isError()) {
            errors.add(result);
        }
        return errors.isEmpty();
    }
}
