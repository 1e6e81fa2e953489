/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

/** A running server that the development page talks to. */
const server = process.env.CX_SERVER ?? "http://localhost:5080";

/**
 * Gives the page's assets a version from their content, as a query: one for all, so that every part names the same others.
 * Their names stay the same from build to build, so that copies of the page in output folders are overwritten and never pile up.
 */
function versionQuery(): Plugin {
  return {
    name: "version-query",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") {
          return;
        }

        const hash = createHash("sha256");
        for (const name of Object.keys(bundle).sort()) {
          const file = bundle[name];
          hash.update(name).update(file?.type === "chunk" ? file.code : (file?.source ?? ""));
        }

        const version = hash.digest("hex").slice(0, 12);
        page.source = String(page.source).replace(/(src|href)="\/(assets\/[^"?]+)"/g, `$1="/$2?v=${version}"`);

        // A part that another one loads: without the version it would be another module, and be run twice.
        const parts = Object.values(bundle).filter((file) => file.type === "chunk");
        const names = new Set(parts.map((part) => part.fileName.replace("assets/", "./")));
        for (const part of parts) {
          part.code = part.code.replace(/(["'`])(\.\/[^"'`?]+\.js)\1/g, (whole, quote: string, name: string) =>
            names.has(name) ? `${quote}${name}?v=${version}${quote}` : whole,
          );
        }
      },
    },
  };
}

/**
 * Names the first part that every page needs beside the words, so that the browser fetches both at once: it is asked for only
 * when the words are there.
 */
function preloadApp(): Plugin {
  return {
    name: "preload-app",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => {
        const app = Object.values(bundle ?? {}).find((file) => file.type === "chunk" && file.name === "App");
        return app === undefined
          ? []
          : [{ tag: "link", attrs: { rel: "modulepreload", href: `/${app.fileName}` }, injectTo: "head" }];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadApp(), versionQuery()],
  build: {
    outDir: "../CxGrains.Web/wwwroot",
    emptyOutDir: true,
    // The parts' names never change, so that a page that stays open over a server's upgrade still finds them; main.tsx then
    // notices that they are newer than the page.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, parts, host) => (host.hostType === "html" ? parts : []),
    },
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
    chunkSizeWarningLimit: 1024,
  },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: true },
      "/r/": { target: server, changeOrigin: true },
      "/hubs": { target: server, changeOrigin: true, ws: true },
    },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["tests/setup.ts"],
    // The tests print dates: the zone of the machine must not change them.
    env: { TZ: "UTC" },
  },
});
