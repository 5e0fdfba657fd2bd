package com.nexnum.command.supply;

import com.nexnum.command.supply.SandboxFixture.Adapter;

/** The same, through the document that comes with the product. */
class FiveSimDocumentAnswersTest extends FiveSimAnswersTest {

    @Override
    Adapter adapter() {
        return Adapter.DOCUMENT;
    }
}
