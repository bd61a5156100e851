package org.weiwang.http;

import org.weiwang.grid.District;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** The parameter {@code district}: a 6-digit code. */
final class DistrictParameter {
    private static final String NAME = "district";

    private DistrictParameter() {}

    /**
     * @throws ProblemException when it is missing or no such code
     */
    static String required(Parameters parameters) {
        return checked(parameters.required(NAME));
    }

    /**
     * @throws ProblemException when the text is no such code
     */
    static String checked(String text) {
        if (!District.CODE.matcher(text).matches()) {
            throw Problem.badParameter(
                            NAME, NAME + " must be a code of 6 digits, not \"" + text + "\"")
                    .exception();
        }
        return text;
    }
}
