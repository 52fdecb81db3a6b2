import { spawn } from 'node:child_process'
import { LaunchError } from './steps.mjs'

/**
 * Runs a program to its end and keeps its output, which is shown only when it fails.
 * @param {string} program
 * @param {readonly string[]} argumentList
 * @param {import('node:child_process').SpawnOptions & { sentence?: string }} [options] `sentence` tells what went wrong
 * @returns {Promise<string>} standard output
 */
export function runProgram(program, argumentList, { sentence = `${program} không chạy được`, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argumentList, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let complaints = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (complaints += chunk))
    child.on('error', (error) => reject(new LaunchError(`${sentence}: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) return resolve(output)
      const ending = `${output}\n${complaints}`.trim().split('\n').slice(-60).join('\n')
      return reject(new LaunchError(`${sentence} (mã ${code}).\n${ending}`))
    })
  })
}
