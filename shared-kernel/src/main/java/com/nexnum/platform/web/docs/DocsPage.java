package com.nexnum.platform.web.docs;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/** The page at {@code /api/docs}: Swagger UI from this very process, nothing from elsewhere. */
@Controller
class DocsPage implements WebMvcConfigurer {

    private static final String UI = "swagger-ui";

    @GetMapping({"/api/docs", "/api/docs/"})
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body(new ClassPathResource("nexnum-docs/index.html"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        var version = new WebJarVersionLocator().version(UI);
        resources
                .addResourceHandler("/api/docs/assets/**")
                .addResourceLocations(
                        "classpath:/nexnum-docs/",
                        "classpath:/META-INF/resources/webjars/" + UI + "/" + version + "/");
    }
}
