/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";

/** A running server that the development page talks to. */
const server = process.env.CX_SERVER ?? "http://localhost:5080";

/**
 * Gives the page's assets a version from their content, as a query.
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

        page.source = String(page.source).replace(/(src|href)="\/(assets\/[^"?]+)"/g, (whole, attribute, name) => {
          const file = bundle[name as string];
          if (file === undefined) {
            return whole;
          }

          const content = file.type === "chunk" ? file.code : file.source;
          const version = createHash("sha256").update(content).digest("hex").slice(0, 12);
          return `${attribute as string}="/${name as string}?v=${version}"`;
        });
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), versionQuery()],
  build: {
    outDir: "../CxGrains.Web/wwwroot",
    emptyOutDir: true,
    // One file for scripts: a page that stays open over a server's upgrade must not ask for a part that is gone.
    rolldownOptions: {
      output: {
        codeSplitting: false,
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
      "/hubs": { target: server, changeOrigin: true, ws: true },
    },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    // The tests print dates: the zone of the machine must not change them.
    env: { TZ: "UTC" },
  },
});
