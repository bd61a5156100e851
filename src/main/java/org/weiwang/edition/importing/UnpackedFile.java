package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.weiwang.edition.NoRoomException;

/** A file being unpacked. That it can't take its bytes is never the fault of what is unpacked. */
final class UnpackedFile implements AutoCloseable {
    private final OutputStream out;
    private final Function<IOException, NoRoomException> noRoom;

    /**
     * @param out closed with this
     * @param noRoom says where there is none
     */
    UnpackedFile(OutputStream out, Function<IOException, NoRoomException> noRoom) {
        this.out = out;
        this.noRoom = noRoom;
    }

    /**
     * @throws NoRoomException when it can't take them
     */
    void write(byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw noRoom.apply(e);
        }
    }

    /**
     * @throws NoRoomException as some file systems say only now
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw noRoom.apply(e);
        }
    }
}
