package com.nexnum.command.supply.sandbox;

import java.io.IOException;

/** Sees each call that the script does not disturb, and may break it off. */
public interface Onlooker {

    Onlooker NONE = new Onlooker() {};

    /**
     * A call came in and nothing was done yet.
     *
     * @throws IOException and nothing is done or answered
     */
    default void comes(Call call) throws IOException {}

    /**
     * What was asked for is done and not answered yet.
     *
     * @throws IOException and nothing is answered
     */
    default void taken(Call call) throws IOException {}
}
