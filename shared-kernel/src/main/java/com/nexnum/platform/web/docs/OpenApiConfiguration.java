package com.nexnum.platform.web.docs;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.SignedIn;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI 3.1 document: generated from the endpoints, completed by what holds for all. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SCHEME = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class);
    }

    @Bean
    OpenAPI contract() {
        var bearer =
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(SCHEME)
                        .bearerFormat("JWT")
                        .description("The accessToken of POST /api/v1/auth/login, 15 minutes long");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("NexNum")
                                .version("1")
                                .description("Virtual phone numbers: rent one, get its SMS code.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(SCHEME, bearer))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    @Bean
    GlobalOpenApiCustomizer envelopes() {
        return EnvelopeInContract::addTo;
    }
}
