package org.dudao.indexsystem.internal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;

/** The index systems that ship: {@code indexsystem/systems/*.json} on the class path, brought in at start. */
@ApplicationScoped
public class ShippedSystems {
    private static final String DIRECTORY = "/indexsystem/systems/";

    /** Their codes, in the order of the file {@code index.json} beside them. */
    public static List<String> codes() {
        return List.of(Documents.shipped(DIRECTORY + "index.json", String[].class));
    }

    public static IndexSystemDocument load(String code) {
        return Documents.shipped(DIRECTORY + code + ".json", IndexSystemDocument.class);
    }

    @Inject
    IndexSystemStore store;

    void bringIn(@Observes @Priority(910) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String code : codes()) {
                IndexSystemDocument document = load(code);
                if (store.bringIn(Ids.newId(), document)) {
                    Log.infof("Index system %s version %d brought in", document.code(), document.version());
                }
            }
        });
    }
}
