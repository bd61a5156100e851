package org.weiwang.address.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;

/**
 * What a book holds in memory: the file of its names.
 *
 * @param addresses how many there are, without facilities
 */
record BookNames(String district, int addresses, Collection<PlaceName> names, List<Alias> aliases) {
    static final String FILE = "names";
    private static final int FORMAT = 1;
    private static final ElementKind[] KINDS = ElementKind.values();

    BookNames {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
    }

    void write(Directory directory) throws IOException {
        try (IndexOutput out = directory.createOutput(FILE, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, FILE, FORMAT);
            out.writeString(district);
            out.writeVInt(addresses);
            out.writeVInt(names.size());
            for (PlaceName name : names) {
                out.writeVInt(name.kind().ordinal());
                out.writeString(name.name());
                write(out, name.town());
            }
            out.writeVInt(aliases.size());
            for (Alias alias : aliases) {
                out.writeVInt(alias.kind().ordinal());
                out.writeString(alias.name());
                out.writeString(alias.alias());
                write(out, alias.from() == null ? null : alias.from().toString());
                write(out, alias.until() == null ? null : alias.until().toString());
            }
            CodecUtil.writeFooter(out);
        }
    }

    static BookNames read(Directory directory) throws IOException {
        try (IndexInput in = directory.openInput(FILE, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
            in.seek(0);
            CodecUtil.checkHeader(in, FILE, FORMAT, FORMAT);
            return readFrom(in);
        }
    }

    private static BookNames readFrom(DataInput in) throws IOException {
        String district = in.readString();
        int addresses = in.readVInt();
        int size = in.readVInt();
        List<PlaceName> names = new ArrayList<>();
        String town = null;
        for (int i = 0; i < size; i++) {
            ElementKind kind = KINDS[in.readVInt()];
            String name = in.readString();
            String ofTown = readText(in);
            // Neighbours mostly share their town: one object for all.
            town = ofTown != null && ofTown.equals(town) ? town : ofTown;
            names.add(new PlaceName(kind, name, district, town));
        }
        size = in.readVInt();
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            aliases.add(
                    new Alias(
                            KINDS[in.readVInt()],
                            district,
                            in.readString(),
                            in.readString(),
                            readDay(in),
                            readDay(in)));
        }
        return new BookNames(district, addresses, names, aliases);
    }

    private static void write(DataOutput out, String text) throws IOException {
        out.writeByte((byte) (text == null ? 0 : 1));
        if (text != null) {
            out.writeString(text);
        }
    }

    private static String readText(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    private static LocalDate readDay(DataInput in) throws IOException {
        String day = readText(in);
        return day == null ? null : LocalDate.parse(day);
    }
}
