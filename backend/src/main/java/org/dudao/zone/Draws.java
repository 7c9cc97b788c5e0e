package org.dudao.zone;

import java.util.Optional;
import org.dudao.kernel.json.Documents;
import org.dudao.zone.internal.draw.LotDrawer;
import org.dudao.zone.internal.draw.Lots;

/** What a random draw (随机抽取) comes to, for whoever wants to work it out from its recorded inputs. */
public final class Draws {
    private Draws() {}

    /**
     * Draws from inputs as they are kept with a draw.
     *
     * @param inputs JSON: seed, how many schools and inspectors, group size, both pools and the barred pairs
     * @return JSON of the outcome; empty when no try gave every school its inspectors
     */
    public static Optional<String> outcome(String inputs) {
        return LotDrawer.draw(Documents.read(inputs, Lots.Input.class)).map(Documents::write);
    }
}
