package com.nexnum.platform.wrong;

import com.nexnum.kernel.wallet.WalletId;

/** Knows a business word. */
public record WrongPlatform(WalletId wallet) {}
