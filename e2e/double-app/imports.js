import { Tray } from 'electron'

new Tray('icon.png')
