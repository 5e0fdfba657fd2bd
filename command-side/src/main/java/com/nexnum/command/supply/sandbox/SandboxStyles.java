package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.fivesim.FiveSimApi;
import com.nexnum.command.supply.sandbox.handler.GrizzlyHost;
import com.nexnum.command.supply.sandbox.handler.HandlerApi;
import com.nexnum.command.supply.sandbox.handler.HeroHost;
import com.nexnum.command.supply.sandbox.handler.Host;
import com.nexnum.command.supply.sandbox.handler.OriginalHost;
import com.nexnum.command.supply.sandbox.handler.SmsHubHost;
import com.nexnum.command.supply.sandbox.onlinesim.OnlineSimApi;
import com.nexnum.command.supply.sandbox.smsman.SmsManApi;
import com.nexnum.command.supply.sandbox.smspool.SmsPoolApi;
import com.nexnum.command.supply.sandbox.textverified.TextVerifiedApi;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sandbox speaks, and below which path. */
final class SandboxStyles {

    /** Where the original protocol is spoken as HeroSMS does now. */
    static final String HERO = "/herosms";

    private SandboxStyles() {}

    /** By the folders that they stand in, each with its last slash. */
    static Map<String, Api> of(SandboxMarket market, String apiKey) {
        var styles = new LinkedHashMap<String, Api>();
        styles.put("/stubs/", new HandlerApi(market, apiKey, new OriginalHost()));
        styles.put(HERO + "/stubs/", new HandlerApi(market, apiKey, new HeroHost()));
        handler(new GrizzlyHost(), market, apiKey, styles);
        handler(new SmsHubHost(), market, apiKey, styles);
        styles.put("/v1/", new FiveSimApi(market, apiKey));
        put(SmsPoolApi.PROTOCOL, new SmsPoolApi(market, apiKey), styles);
        put(SmsManApi.PROTOCOL, new SmsManApi(market, apiKey), styles);
        put(OnlineSimApi.PROTOCOL, new OnlineSimApi(market, apiKey), styles);
        put(TextVerifiedApi.PROTOCOL, new TextVerifiedApi(market, apiKey), styles);
        return styles;
    }

    private static void put(Protocol protocol, Api api, Map<String, Api> styles) {
        styles.put(folder(protocol) + "/", api);
    }

    private static void handler(
            Host host, SandboxMarket market, String apiKey, Map<String, Api> styles) {
        var path = folder(host.protocol()) + "/stubs/";
        styles.put(path, new HandlerApi(market, apiKey, host));
    }

    /** The two first ones share the root; each other has a folder of its name. */
    static String folder(Protocol protocol) {
        boolean atRoot =
                protocol.equals(Protocol.SMS_ACTIVATE) || protocol.equals(Protocol.FIVE_SIM);
        return atRoot ? "" : "/" + protocol.word();
    }
}
