package org.dudao.kernel.error;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text in a JSON body holds U+0000, which no text of the database can. */
public final class NulCharacter extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    public NulCharacter(JsonParser parser) {
        super(parser, "U+0000");
    }
}
