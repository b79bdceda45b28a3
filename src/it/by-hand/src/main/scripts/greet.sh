#!/bin/sh
echo "greetings, $1"
