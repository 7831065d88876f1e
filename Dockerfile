# The service as an image: docker build --build-arg COMMIT=$(git rev-parse HEAD) -t procedure-assistant .

FROM node:20-bookworm-slim AS packages
# For hnswlib-node, which is compiled at installation.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ARG COMMIT=""
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/var/lib/assistant COMMIT=${COMMIT}
RUN install -d -o node -g node /var/lib/assistant
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY prompts ./prompts
COPY src ./src
COPY knowledge ./knowledge
USER node
VOLUME /var/lib/assistant
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals must reach the service, which finishes what it has begun.
CMD ["node", "--import", "tsx", "src/main.ts"]
