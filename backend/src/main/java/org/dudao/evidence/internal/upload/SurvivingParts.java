package org.dudao.evidence.internal.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskStorageService;
import me.desair.tus.server.util.Utils;

/**
 * Parts on disk that survive the end of the application at any moment. The library notes how much has arrived only when a request
 * ends, and rewrites that note in place: after kill -9 the note says less than the bytes, the next PATCH fails for it, or the note
 * is empty and the upload lost. Here the bytes themselves say how many they are, and the note is replaced as a whole.
 */
final class SurvivingParts extends DiskStorageService {
    private static final String BYTES = "data";
    private static final String NOTE = "info";

    SurvivingParts(Path directory) {
        super(directory.toString());
    }

    /** Only asked while the upload is locked, so nobody is writing bytes. */
    @Override
    public UploadInfo getUploadInfo(UploadId id) throws IOException {
        UploadInfo info = super.getUploadInfo(id);
        Path bytes = info == null ? null : place(id).resolve(BYTES);
        if (bytes != null && Files.exists(bytes)) {
            long arrived = Files.size(bytes);
            info.setOffset(info.hasLength() ? Math.min(arrived, info.getLength()) : arrived);
        }
        return info;
    }

    @Override
    public void update(UploadInfo info) throws IOException, UploadNotFoundException {
        Path place = place(info.getId());
        if (!Files.isDirectory(place)) {
            throw new UploadNotFoundException("The upload for id " + info.getId() + " was not found.");
        }
        Path fresh = Files.createTempFile(place, NOTE, null);
        try {
            Utils.writeSerializable(info, fresh);
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh, place.resolve(NOTE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path place(UploadId id) {
        return getPathInStorageDirectory(id);
    }
}
