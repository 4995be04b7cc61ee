package org.towercrier.capacity.internal.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A square matrix of whole numbers in NumPy's file format, version 1, little endian, row by row or column by column. */
final class NpyMatrix {

    private static final int MAGIC = 8;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '<i8', 'fortran_order': (True|False), 'shape': \\((\\d+), (\\d+)\\), *\\}\\s*");

    private NpyMatrix() {
    }

    /** The matrix; a file of another kind is refused. */
    static long[][] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getShort(MAGIC);
        String header = new String(bytes.array(), MAGIC + Short.BYTES, length, StandardCharsets.US_ASCII);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new IOException(file + ": " + header.strip() + " is not a matrix of 64-bit numbers");
        }
        bytes.position(MAGIC + Short.BYTES + length);
        boolean byColumn = Boolean.parseBoolean(matcher.group(1).toLowerCase(Locale.ROOT));
        int rows = Integer.parseInt(matcher.group(2));
        int columns = Integer.parseInt(matcher.group(3));
        long[][] matrix = new long[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            matrix[byColumn ? i % rows : i / columns][byColumn ? i / rows : i % columns] = bytes.getLong();
        }
        return matrix;
    }
}
