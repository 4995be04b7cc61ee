package org.towercrier.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.towercrier.exchange.Probe;

/** The beginning of a member. */
record FileProbe(String fileName, byte[] head, Optional<String> text) implements Probe {

    static FileProbe of(Member member) throws IOException {
        try (InputStream in = member.open()) {
            byte[] head = in.readNBytes(LENGTH);
            return new FileProbe(member.name(), head, decode(head));
        }
    }

    /** Text of the bytes, empty when they are binary. */
    static Optional<String> decode(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return strict(head, 3, StandardCharsets.UTF_8)
                    .or(() -> Optional.of(new String(head, 3, head.length - 3, StandardCharsets.UTF_8)));
        }
        if (starts(head, 0xff, 0xfe)) {
            return Optional.of(new String(head, 2, (head.length - 2) / 2 * 2, StandardCharsets.UTF_16LE));
        }
        if (starts(head, 0xfe, 0xff)) {
            return Optional.of(new String(head, 2, (head.length - 2) / 2 * 2, StandardCharsets.UTF_16BE));
        }
        int zeros = 0;
        for (byte value : head) {
            zeros += value == 0 ? 1 : 0;
        }
        if (zeros > 0) {
            return withoutMark(head, zeros);
        }
        return strict(head, 0, StandardCharsets.UTF_8).or(() -> strict(head, 0, Charset.forName("GB18030")))
                .or(() -> Optional.of(new String(head, StandardCharsets.ISO_8859_1)));
    }

    /** Bytes with zeros are binary, unless every second one is zero: UTF-16 whose byte order mark is missing. */
    private static Optional<String> withoutMark(byte[] head, int zeros) {
        if (zeros < head.length * 2 / 5 || head.length < 4) {
            return Optional.empty();
        }
        Charset order = head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return (head[0] == 0) == (head[1] == 0) ? Optional.empty() : Optional.of(new String(head, 0, head.length / 2 * 2, order));
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        // A character cut at the end is an underflow, not an error, because more input could follow.
        boolean fails = decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, false).isError();
        return fails ? Optional.empty() : Optional.of(text.flip().toString());
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
