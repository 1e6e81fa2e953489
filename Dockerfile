# A silo of the cluster: the web and the grains in one process.
# Node builds the dashboard; the SDK's image has none, so it is taken from Node's own.
FROM node:24-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/CxGrains.Silo -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && mkdir /sessions && chown app /sessions
WORKDIR /app
COPY --from=build /app .
USER app
ENV urls=http://+:5080
EXPOSE 5080 11111
ENTRYPOINT ["dotnet", "CxGrains.Silo.dll"]
