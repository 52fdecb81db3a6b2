# Web, worker and migrate are one image with three commands; see docker-compose.yml.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg tini && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DISABLE_PAYLOAD_HMR=true
COPY --from=build --chown=node:node /app ./
RUN mkdir -p media/uploads && chown node:node media/uploads
USER node
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "node_modules/next/dist/bin/next", "start"]
