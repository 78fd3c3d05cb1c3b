# syntax=docker/dockerfile:1
# Payshift.LocalHost: the same functions as on Azure, on plain ASP.NET Core. Redis and Table Storage are elsewhere and are
# named by settings, as docs/self-hosting.md tells.

FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The dashboard is built by Vite.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# What is restored changes less often than what is built.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY Payshift.Core/Payshift.Core.csproj Payshift.Core/
COPY Payshift.Dashboard/Payshift.Dashboard.csproj Payshift.Dashboard/
COPY Payshift.Functions/Payshift.Functions.csproj Payshift.Functions/
COPY Payshift.LocalHost/Payshift.LocalHost.csproj Payshift.LocalHost/
RUN dotnet restore Payshift.LocalHost
COPY Payshift.Dashboard/web/package.json Payshift.Dashboard/web/package-lock.json Payshift.Dashboard/web/
RUN npm --prefix Payshift.Dashboard/web ci --no-audit --no-fund && touch Payshift.Dashboard/web/node_modules/.installed

COPY host.json ./
COPY docs/openapi.json docs/
COPY Payshift.Core Payshift.Core
COPY Payshift.Dashboard Payshift.Dashboard
COPY Payshift.Functions Payshift.Functions
COPY Payshift.LocalHost Payshift.LocalHost
RUN dotnet publish Payshift.LocalHost -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
# The image's own user, who may write nothing here.
USER $APP_UID
# There is no curl in the image.
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /payment/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "Payshift.LocalHost.dll"]
